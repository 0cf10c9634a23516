/** Which cause takes a euro where several speak of the same one, as a chapter of the page on formulas. */
export const PRECEDENCE = `## One euro is taken away once

A row can be cut by a rule, refused by a finding, found wrong in a sample, delimited in a systemic error, cited by a finding
that deducts an amount, and lie under an applied projection. Each of them says what it would take alone; together they take no
more than the strictest of them says, and never more than was declared. Causes count in this order, from what is certain to
what is estimated:

| | Cause | What it takes alone | Where |
| --- | --- | --- | --- |
| 1 | rules of the financing mode: period, scale, proof, contract, other funds, absences, agreed FTE, gross cost, keys, hours | what is above the cap | its row |
| 2 | a finding that refuses rows | all of the row | its row |
| 3 | a checked line of a sample | declared − accepted of the line; all of it when the partner could not show it | its row |
| 4 | a delimited systemic error | its amount, less what its own checked lines lost, shared among its unchecked rows | its rows |
| 5 | a finding that deducts an amount | its amount, less what checked lines that name it lost, shared among the rows it cites | its rows; what is above their declared amount: the whole |
| 6 | ceiling of a category | what the line is above it | its line |
| 7 | findings that cite no settled row, errors on rows of another listing, other corrections | their amount; errors on one row of another listing together no more than the strictest | the whole |
| 8 | an applied projection | the projected error beyond what is confirmed, less what causes 1 to 5 took from rows of its population outside the sample and outside its delimited errors | the whole |
| 9 | ceiling of the convention, then performance | see above | the whole |

- **On a row** the largest of causes 2 to 4 counts, after the rules; of equal ones the first by its name. The amounts that findings
  deduct from one row (5) add up among themselves, and count where they exceed what 1 to 4 took.
- **Shares** of 4 and 5 are in proportion to declared amounts and fixed beforehand: they do not depend on any other cause.
- **A check that names a finding, or lies in a delimited error,** says where those euros are: it is a part of that cause, not another one.
- **The agreed total of FTE** is no error of a row: what it cuts is not set against a projection.
- **Two projections of the same rows**: only one counts. Of several, those count that take most together while none speaks of a row of
  another one.
- **What is left out** is shown with the amount and the causes that had it: on screen, in the trace of a row or finding, in the report and
  in the workbook. What can't be placed (a finding without rows, a sample of another listing) is said to the inspector.
- **A credit note** (a row below zero) lowers the claim already: nothing is taken from it. From the paper it is linked to, no more is
  taken than it leaves.


Hence: what is taken from a row never exceeds what was claimed for it; without any one cause no less is accepted; the order of
records does not matter; the deductions shown are declared − accepted. Grounds: an error counts once in the total error, and corrections
made already are deducted from it (Regulation (EU) 2021/1060, art. 2, total and residual error rate; EC guidance
EGESIF_16-0014-01 for random, systemic and anomalous errors; the order itself is decided for Constat).
`
