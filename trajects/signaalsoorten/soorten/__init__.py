"""One file per kind: for whom it holds, what it says, and what to do next."""
