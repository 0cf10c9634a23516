/** Whether typing goes into the element, so that digits are text and not commands. */
export const isTextField = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLInputElement && !['radio', 'checkbox', 'button', 'file'].includes(target.type)) ||
  (target instanceof HTMLElement && target.isContentEditable)

/** Saves what is being typed: a field saves itself when it loses the focus. */
export const leaveField = (): void => {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
}
