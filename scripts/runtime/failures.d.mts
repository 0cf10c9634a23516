export interface Failure {
  readonly title: string
  readonly message: string
}
export function playwrightFailures(report: object): Failure[]
