import type { Channel } from './appeal.ts';

export const channels = [
  'police',
  'fire',
  'ambulance',
  'traffic',
  'discipline',
  'petition',
  'court',
  'arbitration',
  'review',
  'legalAid',
] as const satisfies readonly Channel[];

/** 全国统一的号码；信访、行政复议没有统一号码，由说明写明. */
export const channelPhone: Readonly<Record<Channel, string | undefined>> = {
  police: '110',
  fire: '119',
  ambulance: '120',
  traffic: '122',
  discipline: '12388',
  petition: undefined,
  court: '12368',
  arbitration: '12333',
  review: undefined,
  legalAid: '12348',
};
