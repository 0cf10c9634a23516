import { Button, Stack, Text, Title } from '@mantine/core'
import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

interface Props {
  readonly children: ReactNode
}

/** A screen that fell over: the records are on disk, so reloading the page is the way on. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? <Recovery /> : this.props.children
  }
}

function Recovery(): ReactNode {
  const { t } = useTranslation('frame')
  return (
    <Stack p="xl" gap="sm" maw={560} role="alert">
      <Title order={1}>{t('broken.title')}</Title>
      <Text>{t('broken.text')}</Text>
      <div>
        <Button onClick={() => window.location.reload()}>{t('broken.reload')}</Button>
      </div>
    </Stack>
  )
}
