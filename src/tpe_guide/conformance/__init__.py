"""How far the program helps people with a disability, as data: in plain words, and row by row against two standards.

The screen *How this app helps you* and ``docs/ACCESSIBILITY.md`` are made of it. A row is no more than its tests show.
"""
