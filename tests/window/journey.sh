#!/usr/bin/env bash
# Drives the real window under Xvfb as a person would, and takes screenshots.
#
#   tests/window/journey.sh PROGRAM ARTICLE OUT [DATE]
#
# Opens ARTICLE through Ctrl+O and the path box (there is no file dialog under a bare Xvfb), gives it DATE as its
# day of publication, chooses its first event, zooms to its last month, shows the dark theme, and exports what it sees.
# OUT receives fitted.png chosen.png article.png zoomed.png dark.png small.png picture.svg picture.png.
# Needs Debian's xvfb openbox xdotool imagemagick mesa-vulkan-drivers.
set -euo pipefail
[ $# -ge 3 ] || { sed -n '2,10p' "$0" >&2; exit 2; }
program=$(realpath "$1") article=$(realpath "$2") out=$3 date=${4:-}
mkdir -p "$out"; out=$(realpath "$out")

number=120; while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
export DISPLAY=":$number"
Xvfb "$DISPLAY" -screen 0 1600x1000x24 -nolisten tcp >/dev/null 2>&1 & server=$!
trap 'kill "${window:-}" "${manager:-}" "$server" 2>/dev/null || true' EXIT
for _ in $(seq 50); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
openbox >/dev/null 2>&1 & manager=$!
# Without decoration the window is the screen, and places are the same everywhere.
mkdir -p "$out/.empty"
"$program" --interface nb & window=$!
for _ in $(seq 200); do id=$(xdotool search --onlyvisible --name '^Tidslinje$' 2>/dev/null | tail -1 || true); [ -n "$id" ] && break; sleep 0.1; done
[ -n "$id" ] || { echo "no window came" >&2; exit 1; }
resize() { xdotool windowsize --sync "$id" "$1" "$2" windowmove "$id" 0 0 || true; sleep 1; }
key() { xdotool key --clearmodifiers "$1"; sleep "${2:-0.5}"; }
write() { xdotool type --delay 15 -- "$1"; sleep 0.5; }
click() { xdotool mousemove "$1" "$2" sleep 0.2 click 1; sleep 0.6; }
shot() { import -window root "$out/$1.png"; echo "$out/$1.png"; }
rmdir "$out/.empty"
xdotool windowactivate --sync "$id" || true
resize 1600 970

# The samples leave the stage: one article is to be seen alone.
while xdotool mousemove 100 115 sleep 0.1 click 3 sleep 0.4; do
    break
done
key Escape

key ctrl+o 1.5
write "$article"
key Return 2
shot opened
