#!/bin/sh
# `make run` where there is no display: every screen and the nurse's page as files, in place of the window.
set -e
app=$1
pictures=out/tour
page=out/summary.pdf

echo "No display here, so no window can open: drawing every screen and the demo page to files instead."
mkdir -p out
"$app" -q tour --out "$pictures"
"$app" -q summary examples/demo.tpediary.json -o "$page"
echo "Written: $pictures/index.html with $(ls "$pictures"/*.png | wc -l) pictures, and $page"
