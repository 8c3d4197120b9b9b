"""Whether the receipt of every signal has an address of its own: “a-b” with “c” gives the same one as “a” with “b-c”.

In: typed initiatives. Out: findings. A receipt is handed out on paper, also under the former ids of an initiative.
"""

from collections.abc import Iterator

from weerklank.addresses import receipt
from weerklank.author.load import FieldPath
from weerklank.author.validate.places import Checked
from weerklank.findings import Finding, Related
from weerklank.messages import Elsewhere
from weerklank.model import Absence, Initiative


def check_receipts(checked: tuple[Checked, ...]) -> tuple[Finding, ...]:
    """Find each signal whose receipt would stand where that of another signal stands."""
    return tuple(_check([(item, item.model) for item in checked if isinstance(item.model, Initiative)]))


def _check(items: list[tuple[Checked, Initiative]]) -> Iterator[Finding]:
    first: dict[str, tuple[Checked, str, FieldPath]] = {}
    for item, initiative in items:
        signals = () if isinstance(initiative.signals, Absence) else initiative.signals
        for index, signal in enumerate(signals):
            path: FieldPath = ("signalen", index, "id")
            for name in dict.fromkeys((initiative.id, *initiative.former_ids)):
                other, id_, place = first.setdefault(receipt(name, signal.id), (item, signal.id, path))
                if other is not item:
                    related = (Related(other.span(place), Elsewhere.OTHER_RECORD),)
                    yield item.say("V053", path, related=related, id=signal.id, ander=id_, initiatief=other.raw.id)
