"""From what authors wrote to records that can be trusted: every rule is checked, every fault reported at once.

In: `Loaded`. Out: a `Corpus` of the records that fit, and findings. A record that does not fit stays known as broken,
so that one fault is one finding. Nothing is left out because it is not public: that is the work of `corpus.public`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from weerklank.author.load import Loaded
from weerklank.author.validate.amounts import check_amounts
from weerklank.author.validate.asking import check_asking
from weerklank.author.validate.citations import check_citations, stored_texts
from weerklank.author.validate.complaints import check_complaints
from weerklank.author.validate.face import check_face
from weerklank.author.validate.fields import type_records
from weerklank.author.validate.figures import check_figures
from weerklank.author.validate.grouping import check_grouping
from weerklank.author.validate.illustrations import check_pictures
from weerklank.author.validate.moments import check_moments, check_plans
from weerklank.author.validate.places import Checked, key_span
from weerklank.author.validate.placing import check_places, placed
from weerklank.author.validate.privacy import check_privacy
from weerklank.author.validate.promises import check_promises
from weerklank.author.validate.receipts import check_receipts
from weerklank.author.validate.references import check_references, known
from weerklank.author.validate.rules import check_rules
from weerklank.author.validate.series import check_series
from weerklank.author.validate.shielding import check_shielding
from weerklank.author.validate.signs import check_signs
from weerklank.author.validate.support import check_support
from weerklank.author.validate.surveys import check_surveys
from weerklank.author.validate.twice import check_twice
from weerklank.author.validate.verdicts import check_verdicts
from weerklank.corpus import Corpus, collect
from weerklank.findings import Finding, finding, sort_findings
from weerklank.kinds import KINDS, OF_RECORDS
from weerklank.messages import Hint
from weerklank.model import VOCABULARIES, Organisation, Record, Vocabulary
from weerklank.model.usual import USUAL, usual_list

__all__ = ["Validated", "validate"]


@dataclass(frozen=True)
class Validated:
    """`corpus` is None when the organisation is missing or broken; with an error in `findings` it is not complete."""

    corpus: Corpus | None
    findings: tuple[Finding, ...]


def validate(loaded: Loaded, *, on: date) -> Validated:
    """Type all records and check them against each other and their sources; `on` is the day that is built for."""
    typed = type_records(loaded.records)
    broken = loaded.broken | typed.broken
    stored = stored_texts(typed.checked, loaded.texts)
    texts = {name: text.text for name, text in stored.items()}
    findings = (
        *typed.findings,
        *_nothing_yet(typed.checked, loaded),
        *check_rules(typed.checked),
        *check_twice(typed.checked),
        *check_amounts(typed.checked),
        *check_shielding(typed.checked),
        *check_complaints(typed.checked, broken=broken),
        *check_moments(typed.checked, on=on),
        *check_plans(typed.checked, on=on),
        *check_references(typed.checked, known(typed.checked, broken), on=on),
        *check_series(typed.checked),
        *check_surveys(typed.checked),
        *check_citations(typed.checked, stored),
        *check_figures(typed.checked, stored),
        *check_asking(typed.checked, stored),
        *check_promises(typed.checked, on=on),
        *check_verdicts(typed.checked),
        *check_receipts(typed.checked),
        *check_places(typed.checked, texts),
        *check_support(typed.checked),
        *check_privacy(typed.checked, loaded.texts),
        *check_signs(typed.checked),
        *check_grouping(typed.checked),
        *check_face(typed.checked),
        *check_pictures(typed.checked, loaded.pictures, _top(loaded), broken),
    )
    shown = tuple(replace(item, model=placed(item.model, texts)) for item in typed.checked)
    return Validated(_corpus(shown, loaded), sort_findings(findings))


def _top(loaded: Loaded) -> str:
    """What authors call the folder."""
    return next((source.file.partition("/")[0] for source in loaded.sources), "content")


def _nothing_yet(checked: tuple[Checked, ...], loaded: Loaded) -> Iterator[Finding]:
    """A folder in which nobody wrote a record yet, or in which each of them is missed by a fault of its own."""
    organisation = next((item for item in checked if isinstance(item.model, Organisation)), None)
    kinds = {kind.name for kind in OF_RECORDS}
    if organisation and not loaded.findings and not any(record.kind in kinds for record in loaded.records):
        yield finding("V020", span=key_span(organisation.raw, ()), hint=Hint("start"))


def _corpus(checked: tuple[Checked, ...], loaded: Loaded) -> Corpus | None:
    organisation = next((item.model for item in checked if isinstance(item.model, Organisation)), None)
    if organisation is None:
        return None
    begun = {VOCABULARIES[item.raw.id]: item.model for item in checked if isinstance(item.model, Vocabulary)}
    vocabularies = {**{name: usual_list(KINDS[name]) for name in USUAL}, **begun}
    return Corpus(
        organisation=organisation,
        vocabularies=vocabularies,
        texts={text.id: text.source.text for text in loaded.texts},
        frozen=loaded.annexes,
        pictures={path: picture for path, picture in loaded.pictures.items() if picture is not None},
        by_kind=collect(item.model for item in checked if isinstance(item.model, Record)),
    )
