#!/usr/bin/env bash
# Kills a program that edits a project at random moments, and checks each time that the project is sound and has
# every change that was printed.
#
#   tests/store/kill.sh EDITS [TIMES]
#
# EDITS is the example of that name (`cargo build --release --examples`).
set -euo pipefail
edits=$(realpath "$1") times=${2:-200}
folder=$(mktemp -d); trap 'rm -rf "$folder"' EXIT
wrong=0 further=0
for n in $(seq "$times"); do
    # A new project each twenty kills, so that most are killed while they are young and some when they have grown.
    file="$folder/project-$((n / 20)).tidslinje" log="$folder/log"
    : > "$log"
    "$edits" "$file" "$n" > "$log" & pid=$!
    sleep "$(awk -v seed="$n$RANDOM" 'BEGIN { srand(seed); printf "%.3f", 0.03 + rand() * 0.9 }')"
    kill -KILL "$pid" 2>/dev/null || true; wait "$pid" 2>/dev/null || true
    if [ -e "$file" ]; then
        said=$("$edits" "$file" --check "$log") || { wrong=$((wrong + 1)); echo "kill $n: $said"; }
        case $said in *further*) further=$((further + 1)) ;; esac
    fi
done
echo "$times kills: $wrong wrong, $further with the last change written and not yet printed"
[ "$wrong" = 0 ]
