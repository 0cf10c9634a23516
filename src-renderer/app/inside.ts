/** Everything behind the way in, read as one. */
export { enter, onLocked } from '#renderer/app/enter.ts'
export { Frame } from '#renderer/app/Frame.tsx'
