#!/bin/sh
# The night's work, the same command for every scheduler: tables, then pages. Both run whatever the other does, and the
# worse exit code is the result: 0 all well, 1 a file was rejected or a page failed (and is listed), 2 nothing was done.
#
#   deploy/nightly.sh [OPTION of `township report` ...]
#
# TOWNSHIP names the program where it is not in .venv beside this folder.
cd "$(dirname "$0")/.." || exit 2
township=${TOWNSHIP:-.venv/bin/township}
built=0 rendered=0
"$township" build || built=$?
"$township" report --keep 30 "$@" || rendered=$?
[ "$built" -gt "$rendered" ] && exit "$built"
exit "$rendered"
