import { dialog, type BrowserWindow } from 'electron'
import type { InputOf } from '#bridge/contract.ts'
import { translate } from '#domain/i18n/translate.ts'
import type { LeaveAnswer } from '#main/services/leave.ts'
import en from '#resources/locales/en/leave.json'
import fr from '#resources/locales/fr/leave.json'
import nl from '#resources/locales/nl/leave.json'

const catalogs = { fr, nl, en }
export type ScreenLanguage = InputOf<'app:speak'>['language']

/** Says what is at stake and asks whether to close all the same; not to is what Enter and Escape choose. */
export function closeQuestions(window: BrowserWindow, language: () => ScreenLanguage) {
  const ask = async (what: string, stay: string, values = {}, signal?: AbortSignal): Promise<boolean> => {
    const say = (key: string): string => translate(catalogs[language()], key, values)
    const { response } = await dialog.showMessageBox(window, {
      ...{
        type: 'warning',
        title: 'Constat',
        message: say(`${what}.message`),
        detail: say(`${what}.detail`),
      },
      ...{ buttons: [say(stay), say('close')], defaultId: 0, cancelId: 0, noLink: true },
      ...(signal && { signal }),
    })
    return response === 1
  }
  return {
    /** @param answered takes the question away: the page answered after all */
    whenSilent: (answered: AbortSignal) => ask('silent', 'wait', {}, answered),
    whenAtStake: ({ atStake, reason }: LeaveAnswer) =>
      ask(reason === 'store.disk-full' ? 'full' : 'refused', 'back', { count: atStake }),
  }
}
