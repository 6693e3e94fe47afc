"""What power cuts, memory sticks, synced folders and dying disks do to a diary, and what is there afterwards.

What was acknowledged is known beforehand. Afterwards each entry of it is there, or its absence is told: an absence that
nobody is told of is the one thing that must never happen. Nothing is written outside a folder of each run's own.
"""
