export interface Runtime {
  readonly source: 'override' | 'official' | 'registry'
  readonly version: string
  readonly dist: string
  readonly executable: string
}
export function ensureElectron(): Promise<Runtime>
export function electronEnv(runtime: Runtime): Record<string, string>
export function windowEnv(): Promise<Record<string, string>>

/** Starts a virtual display that ends with this process; gives its name, `:1`. */
export function startXvfb(): Promise<string>
