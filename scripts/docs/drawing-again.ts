/** How a recorded sample is drawn again by somebody who has nothing but the record and this text. */
export const DRAWING_AGAIN = `## Drawing again, byte for byte

Everything below is decided by the record alone. Texts are sequences of Unicode characters; \`⇥\` is a tab (byte 09), \`⏎\` a
line feed (0A), \`|\` the byte 7C. Hashes are SHA-256 over bytes, written in hexadecimal with small letters; texts are
turned into bytes as UTF-8, without a byte order mark and without normalising (\`é\` as it stands in the record; a surrogate
that stands alone becomes EF BF BD). Where numbers are not said to be exact they are IEEE 754 doubles, and each operation
is done in the order in which it is written.

**1. Population.** \`population.lines\` are \`[id, amount in cents, stratum]\`; no stratum is the empty text. They are ordered by
id, comparing UTF-16 code units. The text of a line is \`id⇥amount⇥stratum⏎\`, the amount in decimal digits without sign or
separator; \`population.hash\` is the hash of all these texts joined. \`count\` is their number, \`amount\` their sum. Every
selection below begins with the lines in this order.

**2. Order of the draw.** The key of an id is the hash of \`seed|id\`. Ids are ordered by their keys, as texts; two equal keys
by id. “First of the order” means of the lines spoken of: all lines, or those of a stratum.

**3. Steps.** \`steps[0]\` is the DRAW, its \`target\` the number of lines in all (a value share: the share). EXTEND sets a
larger target, REPLACE names an id that is passed over. The sample after all steps is chosen at once: by \`first\` (target of
the DRAW), \`target\` (of the last DRAW or EXTEND) and the set of replaced ids. The target of an EXTEND is the smallest one, from
the one that was asked for on, with which no line drawn before is lost. \`by\` of a REPLACE are the ids that came in with it. Days do not go
back. PICK, UNAVAILABLE and CONFIRM change no selection.

**4. Target of the DRAW.** \`definition.size\` if it is there and the method is neither EXHAUSTIVE nor VALUE_SHARE; else by the formulas
under “Size”, finite correction first, rounded up (a product such as 0.1·190 that is a whole number but for the last bit
counts as one), at least 2 for SIMPLE_RANDOM, STRATIFIED, DIFFERENCE and MUS_STANDARD, else 1; then the least of a
visit. VALUE_SHARE: 0.25. EXHAUSTIVE: N.

**5. Selection.** A target of N or more (a value share of 1) makes every line EXHAUSTIVE, in the order of ids. Else:

- SIMPLE_RANDOM, DIFFERENCE, DISCOVERY, NON_STATISTICAL without \`selection\`: the first \`target\` of the order of the
  lines that were not replaced, SAMPLED.
- STRATIFIED: lines of \`highValueFrom\` or more are EXHAUSTIVE, in the order of ids. The others are shared out: \`target\` less those
  lines, by the allocation; each stratum gives the first of its own order that were not replaced. Strata follow one another in the order in
  which the first of these lines of each stands in the population.
- VALUE_SHARE: the order of the lines that were not replaced, to the first line with which the sum of amounts reaches
  \`target\` × amount; compared exactly, the share being the decimal number that is written (version 1 of the rules: as the
  double nearest to it, times the amount as a double). Then further in the order until ⌈\`minimum.share\`·N⌉ (exact) and min(\`minimum.lines\`, N)
  lines are there, if \`minimum\` is: a small first share is raised, and the recorded target stays the share.
- MUS_STANDARD, MUS_CONSERVATIVE, NON_STATISTICAL with \`selection\` PPS: as 6; with \`byStratum\` for each stratum, in the same order of strata, with n_h and the target of the stratum.

**Allocation.** Strata are ordered by code (UTF-16). The size is raised to Σ min(3, N_h) and lowered to Σ N_h. Weights: N_h; by amounts Σ BVᵢ;
Neyman N_h·σ_h with σ_h from \`sigmas\`, else \`sigma\`, else 0; where all are 0, N_h. All arithmetic is exact, decimal numbers being what
is written. A stratum with size·weight ≥ N_h·Σ weights gets N_h; size and weights of the others are shared again, until there is none. Then each
gets ⌊size·weight/Σ weights⌋ and the rest goes, one each, to the largest remainders (equal ones by code). Then, in
the order of codes, while a stratum has fewer than min(3, N_h), it gets one from the stratum with the largest part above its own least (equal ones: the first code).

**6. Monetary units.** Among the lines given (all, or of the stratum), n = \`first\` (or the n_h that the allocation of \`first\` gives).
High values: with S the lines not set apart and k those set apart, SI = ΣBV_S/(n − k), or 0 when n ≤ k; every line of S with BVᵢ > SI is set apart; again until none is. The lines set apart
come first, in the order in which they were set apart. The start is u = the first 12 hexadecimal digits of the hash of \`seed|\` (by strata: \`seed|code\`) as a whole number, divided by 2⁴⁸.
The lines of S are put in the order of the draw and their amounts added up. With parts p = 1, 2, 4, 8 …: step = SI/p, point = ((u·p) mod 1)·step; line after line, end = end + BVᵢ; a line is hit when point < end,
and then point = point + ⌈(end − point)/step⌉·step. p = 1 is the first draw. An extension takes the smallest p with which lines set apart and hit
lines together reach \`target\`, or all are hit (p ≤ 2³⁰). **Halving keeps every line that was hit before.** Where \`target\` is not above \`first\`, p = 1 whatever it reaches. A hit line with BVᵢ > step is certain to be hit: it is EXHAUSTIVE, and follows those
set apart; the other hit lines are SAMPLED. By strata: a stratum has the larger of its allocation of \`first\` and of \`target\` as its target (an extension takes no line from a stratum whose
allocation becomes smaller); one that is wanted whole is EXHAUSTIVE.

**7. Units.** In this order: EXHAUSTIVE, SAMPLED, then, in the order of ids, PICKED lines that are not drawn and REPLACED ones. A line of both is REPLACED. \`picked\` and \`unavailable\` tell
whether a PICK or an UNAVAILABLE step names the id, whatever its part.

\`npm run sample\` takes every step again and compares targets, \`by\`, and every unit with its place. What it cannot know is what nothing in a record contradicts: parameters that only advise a
size when \`size\` was chosen, reasons, days in their order, and the hash of the convention.
`
