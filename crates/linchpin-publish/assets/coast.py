#!/usr/bin/env python3
"""Makes coast.txt, the land around the Pacific, out of Natural Earth's land polygons (public domain).

Input: `land-50m.json` (TopoJSON) of the npm package `world-atlas`, version 2.0.2, which holds Natural Earth 4.1 at
1:50,000,000. To run, in this folder, with nothing but Python:

    npm pack world-atlas@2.0.2
    tar xzf world-atlas-2.0.2.tgz package/land-50m.json
    python3 coast.py package/land-50m.json > coast.txt

What it does: rings that cross the antimeridian are laid out without a jump, in longitudes from 0 to 360; small islands
are left out; outlines are simplified (Visvalingam and Whyatt 1993), less so in East Asia; everything is cut at the
window (Sutherland and Hodgman 1974), where edges along a meridian are followed in steps, since they are drawn as curves.
One size of data with two degrees of simplification, instead of two sizes, leaves no gaps where they would meet.
"""

import heapq
import json
import sys
from collections import defaultdict
from math import ceil, cos, floor, radians

WEST, EAST, SOUTH, NORTH = 60.0, 310.0, -48.0, 75.0

# Where the map has much to show, and how small a triangle (square degrees at the equator) is worth its corner.
NEAR = (95.0, 155.0, 5.0, 50.0)
CORNER_NEAR, CORNER_FAR = 0.008, 0.05

# How small an island (square degrees at the equator) is drawn, and which are drawn in any case.
ISLAND_NEAR, ISLAND_FAR = 0.02, 0.06
ISLANDS_KEPT = {
    "Okinawa": (127.9, 26.5),
    "Jeju": (126.5, 33.4),
    "Tsushima": (129.4, 34.5),
    "Guam": (144.8, 13.5),
    "Palau": (134.6, 7.5),
    "Oahu": (202.0, 21.45),
    "Kauai": (200.5, 22.05),
    "Molokai": (203.0, 21.15),
    "Maui": (203.7, 20.8),
    "Hawaii": (204.5, 19.6),
}

# How little of an island the window may leave (square degrees at the equator) before it looks like a crumb on the edge.
CRUMB = 1.5

# Between points along a meridian where land is cut, in degrees.
STEP = 5.0

HEAD = """\
# The land around the Pacific. Made with Natural Earth (naturalearthdata.com, public domain) by coast.py.
# A line is a ring: longitude (0 to 360) and latitude of its corners in degrees; the last joins the first.
"""


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        rings = land(json.load(file))
    rings = [shifted(ring, turn) for ring in rings for turn in (0.0, 360.0)]
    rings = [simplified(ring) for ring in rings if in_window(ring) and is_drawn(ring)]
    rings = [rounded(stepped(clipped(ring))) for ring in rings]
    rings = [ring for ring in rings if len(ring) > 2 and not is_crumb(ring)]
    rings.sort(key=lambda ring: (-abs(area(ring)), ring))
    sys.stdout.write(HEAD)
    for ring in rings:
        print(" ".join(f"{number(x)} {number(y)}" for x, y in ring))


def land(topology):
    """The outer rings of all polygons, open, laid out without jumps. Lakes are left out."""
    arcs = decoded(topology)
    polygons = [p for g in topology["objects"]["land"]["geometries"] for p in g["arcs"]]
    return [unwrapped(joined(arcs, polygon[0])) for polygon in polygons]


def decoded(topology):
    """TopoJSON's arcs: differences of whole numbers, scaled."""
    (sx, sy), (tx, ty) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for differences in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in differences:
            x, y = x + dx, y + dy
            arc.append((x * sx + tx, y * sy + ty))
        arcs.append(arc)
    return arcs


def joined(arcs, indices):
    """A ring from its arcs; `~i` is arc i backwards."""
    ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:]
    return ring


def unwrapped(ring):
    """Neighbours never more than half a turn apart."""
    laid = [ring[0]]
    for x, y in ring[1:]:
        laid.append((x - 360.0 * round((x - laid[-1][0]) / 360.0), y))
    return laid


def shifted(ring, turn):
    return [(x + turn, y) for x, y in ring]


def bounds(ring):
    xs, ys = zip(*ring)
    return min(xs), max(xs), min(ys), max(ys)


def in_window(ring):
    west, east, south, north = bounds(ring)
    return west < EAST and east > WEST and south < NORTH and north > SOUTH


def is_drawn(ring):
    west, east, south, north = bounds(ring)
    centre = ((west + east) / 2, (south + north) / 2)
    kept = any(west <= x <= east and south <= y <= north for x, y in ISLANDS_KEPT.values())
    least = ISLAND_NEAR if is_near(centre) else ISLAND_FAR
    return kept or true_area(ring) >= least


def is_crumb(ring):
    west, east, south, north = bounds(ring)
    cut = west == WEST or east == EAST or south == SOUTH or north == NORTH
    return cut and true_area(ring) < CRUMB


def is_near(point):
    return NEAR[0] <= point[0] <= NEAR[1] and NEAR[2] <= point[1] <= NEAR[3]


def area(ring):
    """In square degrees, positive where the ring runs anticlockwise."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in zip(ring, ring[1:] + ring[:1])) / 2


def true_area(ring):
    """In square degrees as they are at the equator."""
    _, _, south, north = bounds(ring)
    return abs(area(ring)) * cos(radians((south + north) / 2))


def simplified(ring):
    """Without the corners whose triangle with their neighbours is the smallest, down to a square or a worthy triangle.

    A corner stays where its triangle holds another, so that no outline comes to cross itself.
    """
    count = len(ring)
    before = [(i - 1) % count for i in range(count)]
    after = [(i + 1) % count for i in range(count)]
    gone = [False] * count
    cells = defaultdict(list)
    for i, (x, y) in enumerate(ring):
        cells[floor(x), floor(y)].append(i)

    def worth(i):
        least = CORNER_NEAR if is_near(ring[i]) else CORNER_FAR
        triangle = [ring[before[i]], ring[i], ring[after[i]]]
        return abs(area(triangle)) * cos(radians(ring[i][1])) / least

    def is_needed(i):
        corners = (before[i], i, after[i])
        triangle = [ring[j] for j in corners]
        west, east, south, north = map(floor, bounds(triangle))
        around = (j for x in range(west, east + 1) for y in range(south, north + 1) for j in cells[x, y])
        return any(not gone[j] and j not in corners and is_in(ring[j], triangle) for j in around)

    queue = [(worth(i), i) for i in range(count)]
    current = [least for least, _ in queue]
    heapq.heapify(queue)
    left = count
    while queue and left > 4:
        least, i = heapq.heappop(queue)
        if gone[i] or least != current[i]:
            continue
        if least >= 1.0:
            break
        if is_needed(i):
            continue
        gone[i] = True
        left -= 1
        after[before[i]], before[after[i]] = after[i], before[i]
        for j in (before[i], after[i]):
            current[j] = max(worth(j), least)
            heapq.heappush(queue, (current[j], j))
    return [point for i, point in enumerate(ring) if not gone[i]]


def is_in(point, triangle):
    """Whether a triangle, its edge included, holds a point."""
    sides = [area([a, b, point]) for a, b in zip(triangle, triangle[1:] + triangle[:1])]
    return min(sides) >= 0 or max(sides) <= 0


def clipped(ring):
    """The part of a ring within the window; parts that fall asunder stay joined along the window's edge."""
    for axis, limit, sign in ((0, WEST, 1), (0, EAST, -1), (1, SOUTH, 1), (1, NORTH, -1)):
        ring = clipped_at(ring, axis, limit, sign)
    return ring


def clipped_at(ring, axis, limit, sign):
    kept = []
    for p, q in zip(ring[-1:] + ring[:-1], ring):
        p_in, q_in = sign * (p[axis] - limit) >= 0, sign * (q[axis] - limit) >= 0
        if p_in != q_in:
            share = (limit - p[axis]) / (q[axis] - p[axis])
            cut = [a + share * (b - a) for a, b in zip(p, q)]
            cut[axis] = limit
            kept.append(tuple(cut))
        if q_in:
            kept.append(q)
    return kept


def stepped(ring):
    """With more points along the meridians where land is cut."""
    points = []
    for p, q in zip(ring, ring[1:] + ring[:1]):
        points.append(p)
        if p[0] == q[0] and p[0] in (WEST, EAST):
            steps = max(1, ceil(abs(q[1] - p[1]) / STEP))
            points += [(p[0], p[1] + (q[1] - p[1]) * k / steps) for k in range(1, steps)]
    return points


def rounded(ring):
    """To two decimals, without points that then repeat."""
    points = []
    for x, y in ring:
        point = (round(x, 2), round(y, 2))
        if not points or point != points[-1]:
            points.append(point)
    while len(points) > 1 and points[0] == points[-1]:
        points.pop()
    return points


def number(value):
    """Without zeros that say nothing."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


if __name__ == "__main__":
    main()
