#!/usr/bin/env bash
# Takes pictures of the real window in many states, under Xvfb.
#
#   tests/window/looks.sh PROGRAM CROWD ARTICLE OUT [DATE]
#
# PROGRAM is the program, CROWD the example of that name (`cargo build --release --examples`), ARTICLE an article
# published on DATE. Needs Debian's xvfb openbox xdotool imagemagick mesa-vulkan-drivers.
set -euo pipefail
[ $# -ge 4 ] || { sed -n '2,8p' "$0" >&2; exit 2; }
program=$(realpath "$1") crowd=$(realpath "$2") article=$(realpath "$3") out=$4 date=${5:-}
mkdir -p "$out"; out=$(realpath "$out")

number=130; while [ -e "/tmp/.X11-unix/X$number" ]; do number=$((number + 1)); done
export DISPLAY=":$number" XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR:-$out}
Xvfb "$DISPLAY" -screen 0 3840x2160x24 -nolisten tcp >/dev/null 2>&1 & server=$!
window=""; manager=""
trap 'kill $window $manager $server 2>/dev/null || true' EXIT
for _ in $(seq 200); do xdotool getdisplaygeometry >/dev/null 2>&1 && break; sleep 0.1; done
openbox >/dev/null 2>&1 & manager=$!

begin() {                              # begin WIDTHxHEIGHT PROGRAM ARGUMENT…
    local size=$1; shift
    [ -z "$window" ] || { kill "$window" 2>/dev/null || true; wait "$window" 2>/dev/null || true; }
    "$@" & window=$!
    for _ in $(seq 600); do id=$(xdotool search --onlyvisible --name '^Tidslinje$' 2>/dev/null | tail -1 || true); [ -n "$id" ] && break; sleep 0.1; done
    [ -n "$id" ] || { echo "no window came" >&2; exit 1; }
    xdotool windowactivate --sync "$id" 2>/dev/null || true
    xdotool windowsize --sync "$id" "${size%x*}" "${size#*x}" windowmove "$id" 0 0 2>/dev/null || true
    xdotool mousemove $((${size%x*} - 100)) $((${size#*x} - 10)); sleep 2
}
key() { xdotool key --clearmodifiers "$1"; sleep "${2:-0.6}"; }
shot() { import -window "$id" "$out/$1.png"; echo "$out/$1.png"; }

wire=("$program" --interface nb ${date:+--published "$date"} "$article")
begin 1600x960 "${wire[@]}"
key f; shot wire-fitted
key g; shot wire-true-scale; key g
key Right; key Right; key Right; key Right; shot wire-chosen
# The last events stand in the article's own week.
for _ in 1 2 3 4; do key Right; done
for _ in $(seq 15); do key plus 0.2; done; shot wire-week
key f; key shift+question 1; shot keys; key Escape
begin 1024x640 "${wire[@]}"
key f; shot small; key Right; key Right; shot small-chosen
WINIT_X11_SCALE_FACTOR=2 begin 2048x1280 "${wire[@]}"; key f; shot double
WINIT_X11_SCALE_FACTOR=3 begin 3072x1920 "${wire[@]}"; key f; shot triple
begin 3840x2160 "${wire[@]}"; key f; shot 4k

begin 1600x960 "$program" --interface en
key s 1.5; shot statistics; key Escape 1.5; key t 1.5; shot table; key Escape 1.5
key ctrl+f 1; xdotool type --delay 25 "medvedev"; sleep 1; shot search; key Escape
begin 1600x960 "$program" --interface en --look dark; shot dark
begin 1600x960 "$program" --interface en --look contrast; shot contrast

# States with little: an article without events, one event of one leader.
echo "The weather was fine. Nobody went anywhere." > "$out/nothing.txt"
echo "Prime minister Erna Solberg met voters in Bergen on 3 May 2017." > "$out/one.txt"
begin 1600x960 "$program" --interface en "$out/nothing.txt"; shot nothing
begin 1600x960 "$program" --interface en --published 2017-05-04 "$out/one.txt"; key f; shot one
for size in "1 1" "300 10" "10000 20" "1000000 20" "10000 200"; do
    begin 1600x960 "$crowd" $size; key f 1; shot "crowd-${size/ /-}"
done
