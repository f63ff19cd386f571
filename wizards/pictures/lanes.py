"""The answers that lanes of cards stand for, in the lanes' order."""

from planner.i18n import N_

MOVED_BY = N_("Drag a card to another lane, or choose it with the arrows and press Space.")
SWOT = ("strength", "weakness", "opportunity", "threat")
GROUPS = ("target", "nurture", "ignore", "not our customer")
DECISIONS = ("do it now", "pilot", "watch", "decline", "stop using")
