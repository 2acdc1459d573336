"""What is not needed is not imported."""

import subprocess
import sys

import pytest
from town import ROOT

HEAVY = {"pandas", "matplotlib", "jieba", "papermill", "pandera", "nbconvert", "seaborn", "pyarrow", "lxml", "opencc"}
REPORTED = "print('\\n'.join({name.partition('.')[0] for name in sys.modules}))"


@pytest.mark.parametrize(
    "code",
    [
        "import township_analysis",
        "import township_analysis as ta; ta.parse_number",
        "import township_analysis as ta; dir(ta); ta.__version__",
        "sys.argv = ['township', '--help']\nfrom township_analysis.cli import main\n"
        "try: main()\nexcept SystemExit as end: assert not end.code",
        "sys.argv = ['township', 'build', '--help']\nfrom township_analysis.cli import main\n"
        "try: main()\nexcept SystemExit as end: assert not end.code",
    ],
    ids=["package", "helper", "dir", "help", "build-help"],
)
def test_heavy_packages_stay_out(code):
    run = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}\n{REPORTED}"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert not HEAVY & set(run.stdout.split())


def test_every_public_name_is_there():
    import township_analysis as ta

    for name in ta.__all__:
        assert getattr(ta, name)
    assert set(ta.__all__) <= set(dir(ta))
    with pytest.raises(AttributeError, match="read_reports"):
        ta.read_reports  # noqa: B018
