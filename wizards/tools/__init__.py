"""Tools on pages where a form is the wrong one."""
