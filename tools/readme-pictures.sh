#!/bin/sh
# The pictures that README.md shows, taken from the tour.
set -e
app=$1
tour=build/readme-tour
pictures=docs/pictures

rm -rf "$tour"  # or pictures of a former tour, under other numbers, would be in the way
mkdir -p "$pictures"
"$app" -q tour --out "$tour"
for name in home reader reader-narrow reader-400 log paper-a4 kiosk; do
    # The numbers have two figures, or three where there are a hundred pictures.
    taken=$(find "$tour" -name "[0-9][0-9]-$name.png" -o -name "[0-9][0-9][0-9]-$name.png")
    cp "$taken" "$pictures/$name.png"
done
echo "Written: $(ls "$pictures"/*.png | wc -l) pictures in $pictures"
