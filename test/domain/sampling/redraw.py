"""Draws recorded samples again from docs/formulas.md, "Drawing again, byte for byte", and nothing else.

Reads records, one JSON a line, on standard input; writes, for each, the ids with their parts, or what is wrong.
"""
import hashlib, json, math, sys
from fractions import Fraction


def sha(text):
    return hashlib.sha256(text.encode('utf-8')).hexdigest()


def utf16(text):
    return text.encode('utf-16-be')


def exact(number):
    return Fraction(repr(number)) if isinstance(number, float) else Fraction(number)


def in_order(seed, lines):
    return sorted(lines, key=lambda line: (sha(f'{seed}|{line[0]}'), utf16(line[0])))


def strata_of(lines):
    strata = {}
    for line in lines:
        strata.setdefault(line[2], []).append(line)
    return strata


def allocate(size, strata, weight):
    codes = sorted(strata, key=utf16)
    count = {code: len(strata[code]) for code in codes}
    least = {code: min(3, count[code]) for code in codes}
    weights = {code: exact(weight(code, strata[code])) for code in codes}
    if not any(weights.values()):
        weights = {code: Fraction(count[code]) for code in codes}
    size = min(max(size, sum(least.values())), sum(count.values()))
    parts, rest = dict.fromkeys(codes, 0), codes
    while rest and size > 0:
        total = sum(weights[code] for code in rest)
        if total == 0:
            break
        full = [code for code in rest if size * weights[code] >= count[code] * total]
        if not full:
            for code in rest:
                parts[code] = math.floor(size * weights[code] / total)
            left = size - sum(parts[code] for code in rest)
            by_rest = sorted(rest, key=lambda code: (-(size * weights[code] / total % 1), utf16(code)))
            for code in by_rest[:left]:
                parts[code] += 1
            break
        for code in full:
            parts[code] = count[code]
        size -= sum(count[code] for code in full)
        rest = [code for code in rest if code not in full]
    for code in codes:
        while parts[code] < least[code]:
            givers = [one for one in codes if parts[one] > least[one]]
            if not givers:
                break
            giver = min(givers, key=lambda one: (-parts[one], utf16(one)))
            parts[giver] -= 1
            parts[code] += 1
    return parts


def monetary(lines, seed, first, target, drawing, code=''):
    apart, rest = [], list(lines)
    while True:
        left = first - len(apart)
        interval = sum(amount for _, amount, _ in rest) / left if left > 0 else 0
        high = [line for line in rest if line[1] > interval]
        if not high or not rest:
            break
        apart += high
        rest = [line for line in rest if line[1] <= interval]
    start = int(sha(f'{seed}|{code}')[:12], 16) / 2**48
    order, parts = in_order(seed, rest), 1
    while True:
        step = interval / parts
        point, end, hit = (start * parts) % 1 * step, 0, []
        for line in order:
            end += line[1]
            if point < end:
                hit.append(line)
                point += math.ceil((end - point) / step) * step
        if len(apart) + len(hit) >= target or len(hit) == len(order) or drawing or parts >= 2**30:
            break
        parts *= 2
    certain = [line for line in hit if line[1] > step]
    return apart + certain, [line for line in hit if line[1] <= step]


def select(record, lines):
    how, steps = record['definition'], record['steps']
    method, seed, count = how['method'], how['seed'], len(lines)
    targets = [step['target'] for step in steps if step['kind'] in ('DRAW', 'EXTEND')]
    first, target = targets[0], targets[-1]
    replaced = {step['id'] for step in steps if step['kind'] == 'REPLACE'}
    free = lambda some: [line for line in in_order(seed, some) if line[0] not in replaced]
    if target >= (1 if method == 'VALUE_SHARE' else count):
        return lines, []
    if method == 'VALUE_SHARE':
        total, reached, drawn = sum(line[1] for line in lines), 0, []
        order = free(lines)
        goal = target * total if record['version'] == 1 else exact(target) * total
        while len(drawn) < len(order) and reached < goal:
            reached += order[len(drawn)][1]
            drawn.append(order[len(drawn)])
        least = how.get('minimum')
        size = len(drawn)
        if least:
            size = max(size, math.ceil(exact(least['share']) * count), min(least['lines'], count))
        return [], order[:size]
    if method == 'STRATIFIED':
        limit = how.get('highValueFrom', math.inf)
        high, rest = [line for line in lines if line[1] >= limit], [line for line in lines if line[1] < limit]
        sigma = lambda code: how.get('sigmas', {}).get(code, how.get('sigma', 0))
        neyman = how.get('allocation') == 'NEYMAN'
        weight = lambda code, some: exact(sigma(code)) * len(some) if neyman else len(some)
        strata = strata_of(rest)
        parts = allocate(target - len(high), strata, weight)
        return high, [line for code, some in strata.items() for line in free(some)[: parts[code]]]
    if method.startswith('MUS') or how.get('selection') == 'PPS':
        drawing = target <= first
        if not (how.get('byStratum') and method == 'MUS_STANDARD'):
            return monetary(lines, seed, first, target, drawing)
        strata = strata_of(lines)
        amounts = lambda _, some: sum(line[1] for line in some)
        before, now = allocate(first, strata, amounts), allocate(target, strata, amounts)
        exhaustive, sampled = [], []
        for code, some in strata.items():
            wanted = max(before[code], now[code])
            one = (some, []) if wanted >= len(some) else monetary(some, seed, before[code], wanted, wanted <= before[code], code)
            exhaustive += one[0]
            sampled += one[1]
        return exhaustive, sampled
    return [], free(lines)[:target]


def redraw(record):
    lines = sorted((tuple(line) for line in record['population']['lines']), key=lambda line: utf16(line[0]))
    text = ''.join(f'{id}\t{amount}\t{stratum}\n' for id, amount, stratum in lines)
    if sha(text) != record['population']['hash']:
        return {'problem': 'hash'}
    exhaustive, sampled = select(record, lines)
    drawn = {line[0] for line in exhaustive + sampled}
    named = lambda kind: {step['id'] for step in record['steps'] if step['kind'] == kind}
    picks, replaced = named('PICK'), named('REPLACE')
    others = [line[0] for line in lines if line[0] not in drawn and line[0] in picks | replaced]
    units = [(line[0], 'EXHAUSTIVE') for line in exhaustive] + [(line[0], 'SAMPLED') for line in sampled]
    return {'units': units + [(id, 'REPLACED' if id in replaced else 'PICKED') for id in others]}


for line in sys.stdin:
    print(json.dumps(redraw(json.loads(line))))
