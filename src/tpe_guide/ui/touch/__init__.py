"""Hands that shake: what they press is pressed, what they drag scrolls, and a miss is seen and heard."""
