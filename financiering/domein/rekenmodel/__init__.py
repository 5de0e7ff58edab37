"""The funding model: pure NumPy and exact fractions, without a framework."""
