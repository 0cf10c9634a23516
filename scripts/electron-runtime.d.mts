export interface Runtime {
  readonly source: 'override' | 'official' | 'registry'
  readonly version: string
  readonly dist: string
  readonly executable: string
}
export class RuntimeError extends Error {}
export function ensureElectron(): Promise<Runtime>
export function electronEnv(runtime: Runtime): Record<string, string>
