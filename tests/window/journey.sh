#!/usr/bin/env bash
# Drives the real window under Xvfb as a person would, and takes screenshots.
#
#   tests/window/journey.sh PROGRAM ARTICLE OUT [DATE]
#
# Opens ARTICLE through Ctrl+O and the path box (there is no file dialog under a bare Xvfb), gives it DATE as its
# day of publication, chooses its first event, zooms to its last month, shows the dark theme, and exports what it sees.
# OUT receives screenshots of each step, picture.svg and picture.png. MARK="X Y" clicks a mark of the fitted view instead
# of choosing the first event by key.
# Needs Debian's xvfb openbox xdotool imagemagick mesa-vulkan-drivers.
set -euo pipefail
[ $# -ge 3 ] || { sed -n '2,11p' "$0" >&2; exit 2; }
program=$(realpath "$1") article=$(realpath "$2") out=$3 date=${4:-}
mkdir -p "$out"; out=$(realpath "$out")

number=120; while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
export DISPLAY=":$number" XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$out}
Xvfb "$DISPLAY" -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 & server=$!
trap 'kill "${window:-}" "${manager:-}" "$server" 2>/dev/null || true' EXIT
for _ in $(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
openbox >/dev/null 2>&1 & manager=$!
"$program" --interface nb & window=$!
for _ in $(seq 200); do id=$(xdotool search --onlyvisible --name '^Tidslinje$' 2>/dev/null | tail -1 || true); [ -n "$id" ] && break; sleep 0.1; done
[ -n "$id" ] || { echo "no window came" >&2; exit 1; }
resize() { xdotool windowsize --sync "$id" "$1" "$2" windowmove "$id" 0 0 || true; sleep 1; }
key() { xdotool key --clearmodifiers "$1"; sleep "${2:-0.5}"; }
write() { xdotool type --delay 15 -- "$1"; sleep 0.5; }
click() { xdotool mousemove "$1" "$2" sleep 0.2 click 1; sleep 0.6; }
shot() { import -window root "$out/$1.png"; echo "$out/$1.png"; }
xdotool windowactivate --sync "$id" || true
resize 1600 970

# The samples are on the stage; an article of one's own takes their place.
shot samples
key ctrl+o 1.5
shot asked
write "$article"
key Return 2
if [ -n "$date" ]; then
    click 92 143                       # "No date – set it…" under the first article
    write "$date"
    key Return 1.5
fi
key f 1
shot fitted
if [ -n "${MARK:-}" ]; then
    click ${MARK% *} ${MARK#* }        # a mark of the picture, by its place on the screen
else
    key Right                          # the first event
fi
xdotool mousemove 1500 900; sleep 0.5
shot chosen
key Return 1
shot article
key Escape
key Escape
xdotool mousemove 1258 500; for _ in $(seq 12); do xdotool click 4; sleep 0.03; done; sleep 1
xdotool mousemove 1500 900; sleep 0.5
shot zoomed
key alt+Left; key f 1

for format in svg png; do              # the export form, then the path box; the ending says the format
    key ctrl+e 1
    [ "$format" = svg ] && shot form
    key Return 1
    key ctrl+a
    write "$out/picture.$format"
    key Return 2
done
shot exported

click 110 38; sleep 0.5                # the menu "View"
shot menu
click 142 289; sleep 1              # "Dark" in it
xdotool mousemove 1500 900; sleep 0.5
shot dark
resize 1024 640
key f 1
shot small
