"""The addresses of the calculators."""

from __future__ import annotations

from workout_core.calculators.service import CalculatorService
from workout_core.routing import Router

router = Router(CalculatorService, tag="calculators")
router.get("/calculators/one-rep-max", CalculatorService.one_rep_max)
router.get("/calculators/rpe", CalculatorService.rpe)
router.get("/calculators/score", CalculatorService.score, "profile:read")
router.get("/calculators/plates", CalculatorService.plates)
router.get("/calculators/warmup", CalculatorService.warmup)
router.get("/calculators/pace", CalculatorService.pace)
router.get("/calculators/vdot", CalculatorService.vdot)
router.get("/calculators/riegel", CalculatorService.riegel)
router.get("/calculators/conversion", CalculatorService.convert)
