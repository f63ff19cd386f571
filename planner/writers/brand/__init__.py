"""Brands: the look that documents get from a file of the user's, beside what the program has."""

from planner.writers.brand.dressing import branded
from planner.writers.brand.file import PLAIN, Brand, read
from planner.writers.brand.folder import add, brand_folder, chosen, found

__all__ = ["PLAIN", "Brand", "add", "brand_folder", "branded", "chosen", "found", "read"]
