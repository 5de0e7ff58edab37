"""The funding model beside a bare NumPy kernel."""
