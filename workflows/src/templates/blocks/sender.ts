import type { MessageContext } from '../message-context.ts';

export const senderName = ({ sender }: MessageContext): string => sender.name.trim();
export const senderRole = ({ sender }: MessageContext): string => sender.role.trim();
export const senderPhone = ({ sender }: MessageContext): string => sender.phone.trim();
export const senderEmail = ({ sender }: MessageContext): string => sender.email?.trim() ?? '';
