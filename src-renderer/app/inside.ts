/** Everything behind the way in, read as one. */
export { enter } from '#renderer/app/enter.ts'
export { Frame } from '#renderer/app/Frame.tsx'
export { onLeaveAsked } from '#renderer/app/leave.ts'
