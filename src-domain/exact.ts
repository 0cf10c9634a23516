const powerOfTen = (digits: number): bigint => 10n ** BigInt(digits)

/** A number as a fraction of whole numbers: products and shares stay exact until the one rounding at their end. */
export class Exact {
  static readonly zero = new Exact(0n, 1n)
  readonly #top: bigint
  /** Above zero. */
  readonly #bottom: bigint

  private constructor(top: bigint, bottom: bigint) {
    this.#top = top
    this.#bottom = bottom
  }

  /** A number as it is written: 0.1 is one tenth, not the nearest binary number. */
  static of(value: number): Exact {
    if (Number.isSafeInteger(value)) return new Exact(BigInt(value), 1n)
    const [, sign, whole = '', part = '', power = '0'] =
      /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
    if (sign === undefined) throw new RangeError('not a finite number')
    const digits = BigInt(`${sign}${whole}${part}`)
    const shift = part.length - Number(power)
    return shift > 0 ? new Exact(digits, powerOfTen(shift)) : new Exact(digits * powerOfTen(-shift), 1n)
  }

  static sum(values: readonly Exact[]): Exact {
    return values.reduce((sum, value) => sum.plus(value), Exact.zero)
  }

  plus(other: Exact): Exact {
    if (this.#bottom === other.#bottom) return new Exact(this.#top + other.#top, this.#bottom)
    return new Exact(this.#top * other.#bottom + other.#top * this.#bottom, this.#bottom * other.#bottom)
  }

  minus(other: Exact): Exact {
    return this.plus(new Exact(-other.#top, other.#bottom))
  }

  times(other: Exact): Exact {
    return new Exact(this.#top * other.#top, this.#bottom * other.#bottom)
  }

  /** @param other not zero */
  over(other: Exact): Exact {
    const [top, bottom] = [this.#top * other.#bottom, this.#bottom * other.#top]
    return bottom < 0n ? new Exact(-top, -bottom) : new Exact(top, bottom)
  }

  isAbove(other: Exact): boolean {
    return this.#top * other.#bottom > other.#top * this.#bottom
  }

  /** The smaller of two. */
  atMost(other: Exact): Exact {
    return this.isAbove(other) ? other : this
  }

  /** The larger of two. */
  atLeast(other: Exact): Exact {
    return this.isAbove(other) ? this : other
  }

  /** The nearest number of the machine, to be shown. */
  toNumber(): number {
    return Number(this.#top) / Number(this.#bottom)
  }

  /** The nearest whole number; halves away from zero. */
  rounded(): number {
    const size = this.#top < 0n ? -this.#top : this.#top
    const nearest = Number((2n * size + this.#bottom) / (2n * this.#bottom))
    return this.#top < 0n ? -nearest || 0 : nearest
  }
}
