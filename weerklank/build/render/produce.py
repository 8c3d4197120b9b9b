"""One artifact to bytes, here or in a process of its own.

In: an artifact, the materials and facts about files it links to. Out: bytes and findings. Nothing is cached here.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from weerklank.build.artifact import AnnexFile, Artifact, DataFile, Kind
from weerklank.build.render.annexes import annex_bytes, word_bytes
from weerklank.build.render.data import chart_bytes, data_bytes, sheet_bytes
from weerklank.build.results import Result
from weerklank.chartspec import ChartSpec
from weerklank.findings import Finding
from weerklank.html import FileFact, Templates
from weerklank.project import Materials


def produce(artifact: Artifact, *, materials: Materials, templates: Templates, facts: Mapping[str, FileFact]) -> Result:
    """Render one artifact."""
    found: tuple[Finding, ...] = ()
    match artifact.kind:
        case Kind.HTML | Kind.XML:
            data, found = templates.render(artifact.template, artifact.view, artifact=artifact.path, files=facts)
        case Kind.TEXT:
            data = str(artifact.view).encode()
        case Kind.COPY:
            assert isinstance(artifact.view, bytes)
            data = artifact.view
        case Kind.TABLE | Kind.WORKBOOK if artifact.option == "ods":
            assert isinstance(artifact.view, DataFile)
            data, found = sheet_bytes(artifact.view, materials.documents)
        case Kind.TABLE | Kind.WORKBOOK:
            assert isinstance(artifact.view, DataFile)
            data = data_bytes(artifact.view, artifact.option)
        case Kind.CHART:
            assert isinstance(artifact.view, ChartSpec)
            data, found = chart_bytes(artifact.view, artifact.option, materials.assets)
        case Kind.ANNEX:
            assert isinstance(artifact.view, AnnexFile)
            data, found = annex_bytes(artifact.view, path=artifact.path, templates=templates, assets=materials.assets)
        case Kind.WORD:
            assert isinstance(artifact.view, AnnexFile)
            data, found = word_bytes(artifact.view, path=artifact.path, templates=templates, materials=materials)
    return Result(data, found)


def alone(artifact: Artifact, materials: Materials) -> Result:
    """Render one artifact in a process that has nothing yet."""
    return produce(artifact, materials=materials, templates=Templates(materials.templates), facts={})


@contextmanager
def beside(artifacts: Sequence[Artifact], materials: Materials) -> Iterator[Callable[[], list[Result]]]:
    """Begin on heavy artifacts in another process, and give a function that waits for their results, in order.

    Without a second process (a machine that allows none) they are made here: the bytes are the same.
    """
    if not artifacts:
        yield list
        return
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as pool:
        pending = [pool.submit(alone, artifact, materials) for artifact in artifacts]

        def results() -> list[Result]:
            try:
                return [item.result() for item in pending]
            except (BrokenProcessPool, OSError):
                return [alone(artifact, materials) for artifact in artifacts]

        yield results
