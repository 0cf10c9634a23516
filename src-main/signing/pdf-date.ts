/** ISO 8601 UTC → `D:20261123090000Z`, the form of `/M`. */
export function toPdfDate(iso: string): string {
  return `D:${iso.replace(/[-:T]/g, '').slice(0, 14)}Z`
}

/** The inverse, for the forms `Z` and `+01'00'`; empty when it is not a date. */
export function fromPdfDate(text: string): string {
  const parts = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:Z|([+-]\d\d)'?(\d\d)?'?)?/.exec(text)
  if (!parts) return ''
  const [, year, month, day, hour, minute, second, zoneHour, zoneMinute] = parts
  const zone = zoneHour === undefined ? 'Z' : `${zoneHour}:${zoneMinute ?? '00'}`
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`)
  return Number.isNaN(time.getTime()) ? '' : time.toISOString()
}
