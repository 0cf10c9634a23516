import { Kbd, Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { KEY_MAP } from '#renderer/app/keys.ts'
import classes from '#renderer/app/KeyList.module.css'

/** `?`: every key there is. */
export function KeyList({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['frame', 'common'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('keys.title')}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <dl className={classes['list']}>
        {KEY_MAP.map(({ keys, text }) => (
          <div key={text}>
            <dt>{t(`keys.${text}`)}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
