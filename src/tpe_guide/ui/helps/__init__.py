"""*How this app helps you*: what to switch on for eyes, hands, ears and a foggy head, and how well that is proven."""
