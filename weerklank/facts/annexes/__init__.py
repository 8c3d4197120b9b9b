"""What an annex takes from the records: selections, the records it speaks of, and the tables that only an annex has.

In: the public corpus, a question and the options of a part. Out: chosen records and `Table` values. It makes no page.
"""

from weerklank.facts.annexes.choosing import (
    Chosen,
    annex_corpus,
    choose_adjustments,
    choose_initiatives,
    choose_records,
    cited,
    drawn,
    rests_on,
    selection_words,
    told_in,
)
from weerklank.facts.annexes.tables import (
    answer_words,
    answers_table,
    counted_refs,
    coverage_table,
    label,
    matrix_list,
)

__all__ = [
    "Chosen",
    "annex_corpus",
    "answer_words",
    "answers_table",
    "choose_adjustments",
    "choose_initiatives",
    "choose_records",
    "cited",
    "counted_refs",
    "coverage_table",
    "drawn",
    "label",
    "matrix_list",
    "rests_on",
    "selection_words",
    "told_in",
]
