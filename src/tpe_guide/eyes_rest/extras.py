"""What may be said besides, by who wants to: whether the staff was told, and how well it went."""

from __future__ import annotations

