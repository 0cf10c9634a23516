/** What the warnings beside an upper limit were set by: figures of `npm run bench -- limits`. */
export const LIMITS = `## What the warnings hold

An upper limit is stated with a confidence; a warning stands beside it where it does not hold. Thresholds were set by drawing
from synthetic populations with fixed seeds: 200 and 600 lines; amounts log-normal with σ 0.4, 1 and 1.6, and either no
or one in fifty lines twenty times as large; 2, 6, 12, 25 or 50 % of the lines wrong; wrong ones whole, half to whole, or tainted
by a tenth on average (exponential); strata of 70, 25 and 5 % of the lines; 30, 60 and 120 lines drawn, at most a third. Confidence 90 %, two-sided: 95 %
for the upper limit, so that 5 % may be missed.

| | Samples | Missed | Without a warning | Missed of these | Misses that were warned |
| --- | --- | --- | --- | --- | --- |
| mean | 2250 | 33.4 % | 3.5 % | 6.4 % | 99.3 % |
| ratio | 2250 | 29.2 % | 3.6 % | 3.7 % | 99.5 % |
| stratified mean | 2250 | 33.3 % | 3.5 % | 5.1 % | 99.5 % |
| stratified ratio | 2250 | 28.8 % | 3.9 % | 3.4 % | 99.5 % |
| MUS | 2250 | 16.1 % | 22.5 % | 3.0 % | 95.9 % |
| MUS by strata | 2180 | 17.8 % | 21.7 % | 3.2 % | 96.1 % |

The table is one pass of five samples for each population, method and size; few limits go without a warning, so that its fifth column varies (79
samples for the mean). The thresholds were found on 67,500 samples of each method. Before unequal amounts were looked at, 24 % of the limits without a warning were missed
by the mean, with and without strata, and 15 % by the ratio; with the thresholds 4.5 to 4.8 % by the mean, 4.3 to 4.5 % by the ratio, and 2.3 % by MUS. The quick pass in \`npm test\` holds that limits
without a warning are missed in no more than 5 %, and what chance adds; \`npm run bench -- limits\` draws the table.

**What is left, said plainly.** Over all populations together the limits without a warning keep their 95 %; in single ones they do not. The worst are
many small errors of very different size (half of the lines wrong, by a tenth on average): there 13 to 17 % are missed by mean and ratio with 60 of 600 lines, 9 % by MUS, without a warning. Warnings are
frequent: where amounts are unequal, nearly every equal-probability sample of such sizes has one, and MUS or a stratum of large lines is the way out. Errors that hide in few lines
are outside any normal theory; discovery and conservative MUS hold throughout (\`coverage.test.ts\`).
`
