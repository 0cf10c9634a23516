import { Modal } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from '#renderer/app/KeyList.module.css'
import { KEYS, type Area } from '#renderer/ui/keys.ts'
import { Stroke } from '#renderer/ui/Stroke.tsx'

/** `?`: every key there is, by where it works. */
export function KeyList({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation(['keys', 'common'])
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {Object.keys(KEYS).map((area) => (
        <AreaKeys key={area} area={area as Area} />
      ))}
    </Modal>
  )
}

function AreaKeys({ area }: { readonly area: Area }) {
  const { t } = useTranslation('keys')
  return (
    <section aria-labelledby={`keys-${area}`}>
      <h3 id={`keys-${area}`} className={classes['area']}>
        {t(`area.${area}`)}
      </h3>
      <dl className={classes['list']}>
        {Object.entries<readonly string[]>(KEYS[area]).map(([act, strokes]) => (
          <div key={act}>
            <dt>{t(`${area}.${act}`)}</dt>
            <dd>
              {strokes.map((stroke) => (
                <Stroke key={stroke} stroke={stroke} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
