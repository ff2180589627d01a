"""The numbers of the strength scores, each set as it was published; a set is added, never changed.

Polynomials begin with their constant. Body weights are kilograms.
"""

from __future__ import annotations

from typing import Final, Literal, NamedTuple

ScoreSex = Literal["m", "f"]
SinclairCycle = Literal["2020", "2024", "2028"]


class Polynomial(NamedTuple):
    """A coefficient over a polynomial of the body weight, which is taken as within its bounds."""

    over: float
    terms: tuple[float, ...]
    least: float
    most: float


class Curve(NamedTuple):
    """The three numbers of a - b e^(-c x)."""

    a: float
    b: float
    c: float


class Logarithms(NamedTuple):
    """The mean m1 ln x - m2, and the deviation d1 ln x - d2, of results at a body weight x."""

    m1: float
    m2: float
    d1: float
    d2: float


# Wilks, 1994, as the IPF used it to 2018.
WILKS: Final[dict[ScoreSex, Polynomial]] = {
    "m": Polynomial(
        500,
        (-216.0475144, 16.2606339, -0.002388645, -0.00113732, 7.01863e-06, -1.291e-08),
        40,
        201.9,
    ),
    "f": Polynomial(
        500,
        (
            *(594.31747775582, -27.23842536447, 0.82112226871),
            *(-0.00930733913, 4.731582e-05, -9.054e-08),
        ),
        26.51,
        154.53,
    ),
}
# Wilks, March 2020: Powerlifting Australia's tables from then on.
WILKS_2020: Final[dict[ScoreSex, Polynomial]] = {
    "m": Polynomial(
        600,
        (
            *(47.4617885411949, 8.47206137941125, 0.073694103462609),
            *(-0.00139583381094385, 7.07665973070743e-06, -1.20804336482315e-08),
        ),
        40,
        200.95,
    ),
    "f": Polynomial(
        600,
        (
            *(-125.425539779509, 13.7121941940668, -0.0330725063103405),
            *(-0.0010504000506583, 9.38773881462799e-06, -2.3334613884954e-08),
        ),
        40,
        150.95,
    ),
}
# The tables of the first weeks of 2020, withdrawn in March; the polynomials were fitted to them.
WILKS_2020_FIRST: Final[dict[ScoreSex, Polynomial]] = {
    "m": Polynomial(
        600,
        (-99.22855411, 14.40581421, -0.015415771, -0.000769734, 4.97549e-06, -9.35418e-09),
        40,
        200.95,
    ),
    "f": Polynomial(
        600,
        (-219.6791486, 19.55345493, -0.167792909, 0.000406937, 1.84095e-06, -8.31427e-09),
        40,
        150.95,
    ),
}
# Konertz for the BVDK, 2019.
DOTS: Final[dict[ScoreSex, Polynomial]] = {
    "m": Polynomial(
        500, (-307.75076, 24.0900756, -0.1918759221, 0.0007391293, -0.0000010930), 40, 210
    ),
    "f": Polynomial(
        500, (-57.96288, 13.6175032, -0.1126655495, 0.0005158568, -0.0000010706), 40, 150
    ),
}
# IPF, GL Coefficients, 2020; by sex, whether equipped, and whether all three lifts.
IPF_GL: Final[dict[tuple[ScoreSex, bool, bool], Curve]] = {
    ("m", False, True): Curve(1199.72839, 1025.18162, 0.00921),
    ("m", True, True): Curve(1236.25115, 1449.21864, 0.01644),
    ("m", False, False): Curve(320.98041, 281.40258, 0.01008),
    ("m", True, False): Curve(381.22073, 733.79378, 0.02398),
    ("f", False, True): Curve(610.32796, 1045.59282, 0.03048),
    ("f", True, True): Curve(758.63878, 949.31382, 0.02435),
    ("f", False, False): Curve(142.40398, 442.52671, 0.04724),
    ("f", True, False): Curve(221.82209, 357.00377, 0.02937),
}
# IPF, The IPF Formula, 2019, in use for a year; by the same.
IPF_POINTS: Final[dict[tuple[ScoreSex, bool, bool], Logarithms]] = {
    ("m", False, True): Logarithms(310.67, 857.785, 53.216, 147.0835),
    ("m", True, True): Logarithms(387.265, 1121.28, 80.6324, 222.4896),
    ("m", False, False): Logarithms(86.4745, 259.155, 17.57845, 53.122),
    ("m", True, False): Logarithms(133.94, 441.465, 35.3938, 113.0057),
    ("f", False, True): Logarithms(125.1435, 228.03, 34.5246, 86.8301),
    ("f", True, True): Logarithms(176.58, 373.315, 48.4534, 110.0103),
    ("f", False, False): Logarithms(25.0485, 43.848, 6.7172, 13.952),
    ("f", True, False): Logarithms(49.106, 124.209, 23.199, 67.4926),
}
# Schwartz, Powerlifting USA 8/1982: a polynomial to 126 kg, then lines: to a body weight, from one, constant, slope.
SCHWARTZ: Final = (
    6.31926,
    -0.262349,
    0.51155e-2,
    -0.519738e-4,
    0.267626e-6,
    -0.540132e-9,
    -0.728875e-13,
)
SCHWARTZ_TO: Final = 126.0
SCHWARTZ_LEAST: Final = 40.0
SCHWARTZ_MOST: Final = 166.0
SCHWARTZ_LINES: Final = (
    (136.0, 125.0, 0.5210, 0.0012),
    (146.0, 135.0, 0.5090, 0.0011),
    (156.0, 145.0, 0.4980, 0.0010),
    (166.0, 155.0, 0.4879, 0.00088185),  # 0.0004 a pound, as the tables have it
)
# The lines on which Glossbrenner goes on for the heaviest: from, slope, constant.
GLOSSBRENNER_TAILS: Final[dict[ScoreSex, tuple[float, float, float]]] = {
    "m": (153.05, -0.000821668402557, 0.676940740094416),
    "f": (106.3, -0.000313738002024, 0.852664892884785),
}
# Foster from 14, none from 23, McCulloch from 41, the USAPL from 81 to 90.
AGE_FROM: Final = 14
AGE_COEFFICIENTS: Final = (
    *(1.23, 1.18, 1.13, 1.08, 1.06, 1.04, 1.03, 1.02, 1.01),
    *((1.0,) * 18),
    *(1.010, 1.020, 1.031, 1.043, 1.055, 1.068, 1.082, 1.097, 1.113, 1.130),
    *(1.147, 1.165, 1.184, 1.204, 1.225, 1.246, 1.268, 1.291, 1.315, 1.340),
    *(1.366, 1.393, 1.421, 1.450, 1.480, 1.511, 1.543, 1.576, 1.610, 1.645),
    *(1.681, 1.718, 1.756, 1.795, 1.835, 1.876, 1.918, 1.961, 2.005, 2.050),
    *(2.096, 2.143, 2.190, 2.238, 2.287, 2.337, 2.388, 2.440, 2.494, 2.549),
)
# IWF, Sinclair Coefficients, by the year in which their Olympic cycle ends: the exponent, and the body weight of 1.
SINCLAIR: Final[dict[SinclairCycle, dict[ScoreSex, tuple[float, float]]]] = {
    "2020": {"m": (0.751945030, 175.508), "f": (0.783497476, 153.655)},
    "2024": {"m": (0.722762521, 193.609), "f": (0.787004341, 153.757)},
    "2028": {"m": (0.700767819, 201.159), "f": (0.674107991, 163.918)},
}
# Sinclair-Meltzer-Faber (men) and Sinclair-Meltzer-Huebner-Faber (women), IWF Masters: from 30 years on.
MASTERS_FROM: Final = 30
MASTERS: Final[dict[ScoreSex, tuple[float, ...]]] = {
    "m": (
        *(1.000, 1.016, 1.031, 1.046, 1.059, 1.072, 1.083, 1.096, 1.109, 1.122),
        *(1.135, 1.149, 1.162, 1.176, 1.189, 1.203, 1.218, 1.233, 1.248, 1.263),
        *(1.279, 1.297, 1.316, 1.338, 1.361, 1.385, 1.411, 1.437, 1.462, 1.488),
        *(1.514, 1.541, 1.568, 1.598, 1.629, 1.663, 1.699, 1.738, 1.779, 1.823),
        *(1.867, 1.910, 1.953, 2.004, 2.060, 2.117, 2.181, 2.255, 2.336, 2.419),
        *(2.504, 2.597, 2.702, 2.831, 2.981, 3.153, 3.352, 3.580, 3.843, 4.145, 4.493),
    ),
    "f": (
        *(1.000, 1.016, 1.031, 1.046, 1.059, 1.072, 1.084, 1.097, 1.110, 1.124),
        *(1.138, 1.153, 1.170, 1.187, 1.205, 1.223, 1.244, 1.265, 1.288, 1.313),
        *(1.340, 1.369, 1.401, 1.435, 1.470, 1.507, 1.545, 1.585, 1.625, 1.665),
        *(1.705, 1.744, 1.778, 1.808, 1.839, 1.873, 1.909, 1.948, 1.989, 2.033),
        *(2.077, 2.120, 2.163, 2.214, 2.270, 2.327, 2.391, 2.465, 2.546, 2.629, 2.714),
    ),
}
# Huebner, Q-points, 2023: the greatest total, then b0, b1 and b2.
Q_POINTS: Final[dict[ScoreSex, tuple[float, float, float, float]]] = {
    "m": (463.26, 416.7, 47.87, 18.93),
    "f": (306.54, 266.5, 19.44, 18.61),
}
