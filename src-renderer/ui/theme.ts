import {
  createTheme,
  Modal,
  Tooltip,
  virtualColor,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'

/** The one accent: index 7 is the light scheme's, index 3 the dark one's; both AA on their ground. */
const iris: MantineColorsTuple = [
  '#EEF1FB',
  '#DFE5F7',
  '#BCC8EE',
  '#8FA8F0',
  '#7A93DE',
  '#5A74C4',
  '#4059AC',
  '#2F4B9E',
  '#263E86',
  '#1B2D63',
]
/** For failure and destruction only. */
const crimson: MantineColorsTuple = [
  '#FDF0EE',
  '#FADFDB',
  '#F4BFB8',
  '#F39A8F',
  '#E2766A',
  '#CF5346',
  '#BD382C',
  '#B02A20',
  '#93211A',
  '#6B1813',
]
const gray: MantineColorsTuple = [
  '#F7F8FA',
  '#F0F2F5',
  '#E3E6EB',
  '#D2D6DE',
  '#B5BBC7',
  '#7D8594',
  '#596170',
  '#454C59',
  '#2F353F',
  '#1B1F26',
]
/** From text (0) to the ground (7) and below; a designed dark, not an inverted light. */
const dark: MantineColorsTuple = [
  '#DDE0E7',
  '#BFC4CF',
  '#9BA2B0',
  '#7D8595',
  '#3B414D',
  '#2D323C',
  '#242932',
  '#1A1D23',
  '#14161B',
  '#0E1014',
]

/** Look of Constat: 14 px base, 4 px grid, one accent, 2 px focus ring. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  black: '#1B1F26',
  colors: {
    iris,
    crimson,
    gray,
    dark,
    accent: virtualColor({ name: 'accent', light: 'iris', dark: 'iris' }),
    red: virtualColor({ name: 'red', light: 'crimson', dark: 'crimson' }),
  },
  fontFamily: "'Source Sans 3 Variable', 'Source Sans 3', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'DejaVu Sans Mono', 'Cascadia Mono', Menlo, Consolas, monospace",
  fontSizes: { xs: '0.75rem', sm: '0.875rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.43', md: '1.43', lg: '1.5', xl: '1.5' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '2px', sm: '4px', md: '6px', lg: '8px', xl: '12px' },
  defaultRadius: 'sm',
  headings: {
    fontWeight: '650',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.75rem' },
      h2: { fontSize: '1rem', lineHeight: '1.5rem' },
      h3: { fontSize: '0.875rem', lineHeight: '1.25rem' },
    },
  },
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Modal: Modal.extend({
      defaultProps: { centered: true, transitionProps: { duration: 120 } },
      styles: { title: { fontSize: 'var(--mantine-font-size-lg)', fontWeight: 650 } },
    }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 300, transitionProps: { duration: 100 } } }),
  },
})

/** Where Mantine's own derived colours are too pale for AA on our greys. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-placeholder': 'var(--mantine-color-gray-6)',
    '--mantine-color-error': 'var(--mantine-color-red-7)',
    '--mantine-color-default-border': 'var(--mantine-color-gray-4)',
    '--mantine-color-disabled-color': 'var(--mantine-color-gray-6)',
  },
  dark: {
    '--mantine-color-placeholder': 'var(--mantine-color-dark-2)',
    '--mantine-color-error': 'var(--mantine-color-red-3)',
    '--mantine-color-anchor': 'var(--mantine-color-iris-3)',
    '--mantine-color-disabled-color': 'var(--mantine-color-dark-2)',
    '--mantine-color-gray-light': 'var(--mantine-color-dark-5)',
    '--mantine-color-gray-light-hover': 'var(--mantine-color-dark-4)',
    '--mantine-color-accent-light': '#232C47',
    '--mantine-color-accent-light-hover': '#2A3557',
    '--mantine-color-accent-light-color': 'var(--mantine-color-iris-2)',
    '--mantine-color-accent-outline': 'var(--mantine-color-iris-3)',
  },
})
