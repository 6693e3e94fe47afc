"""tpe-guide: plasma exchange for people with MS, explained, with a diary that stays on this computer."""

__version__ = "0.2.0"
