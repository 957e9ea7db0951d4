"""How well lines are understood: `script/evaluate` (docs/evaluation.md)."""
