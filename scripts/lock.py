"""Makes requirements.lock from pyproject.toml: one version a package, with markers for every system and Python.

The lock carries names, versions and markers only. Where packages come from is the business of the machine that installs
them, so a line that is anything else is an error. Run it by ``make lock``.
"""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
HEADER = "# Made by `make lock` from pyproject.toml (its packages and its extra dev); do not edit.\n"
PINNED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*==[0-9][A-Za-z0-9.!+]*( ; [^/@]+)?")
COMPILE = ["-m", "uv", "pip", "compile", "pyproject.toml", "--extra", "dev", "--universal", "--python-version", "3.11"]
PLAIN = ["--no-annotate", "--no-header", "--quiet", "--output-file", LOCK.name]


def main(options: list[str]) -> None:
    """Resolves anew; versions in the lock are kept where they fit, unless ``--upgrade`` is among the options."""
    before = LOCK.read_text(encoding="utf-8") if LOCK.exists() else ""
    subprocess.run([sys.executable, *COMPILE, *PLAIN, *options], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    lines = LOCK.read_text(encoding="utf-8").splitlines()
    foreign = [line for line in lines if not PINNED.fullmatch(line)]
    if foreign:
        LOCK.write_text(before, encoding="utf-8", newline="\n")
        sys.exit(f"{LOCK.name} is as before: expected lines of the form name==version ; marker, got {foreign}.")
    LOCK.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    print(f"{LOCK.name}: {len(lines)} packages")


if __name__ == "__main__":
    main(sys.argv[1:])
