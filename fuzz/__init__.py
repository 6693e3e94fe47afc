"""Random taps, keys and changes on the whole program, each seed in a process of its own: what no single test finds.

The moments of the program are invented and move only when the fuzz says so. Nothing is written outside its folder.
"""
