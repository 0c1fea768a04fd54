import type { WarningRecord } from '../model.ts';
import type { ChannelRecord, DeliveryRecord } from './model.ts';
import type { Told } from './rules/message.ts';

interface Places {
  divisionName(code: string): string;
  warningUrl(id: string): string;
}

export function toldOfWarning(warning: WarningRecord, delivery: DeliveryRecord, places: Places): Told {
  const { _id, level, title, detail, divisionCode, openedAt, state } = warning;
  return {
    deliveryId: delivery._id.toHexString(),
    warningId: _id.toHexString(),
    event: delivery.event,
    level,
    title: { zh: title.zh, en: title.en },
    detail: { zh: detail.zh, en: detail.en },
    divisionCode,
    divisionName: places.divisionName(divisionCode),
    openedAt,
    resolved: state === 'resolved',
    link: places.warningUrl(_id.toHexString()),
  };
}

export function toldOfTest(channel: ChannelRecord, delivery: DeliveryRecord, places: Places): Told {
  const { leastLevel, name, divisionCode } = channel;
  const id = delivery._id.toHexString();
  return {
    deliveryId: id,
    warningId: id,
    event: 'test',
    level: leastLevel,
    title: { zh: '这是一条测试消息', en: 'This is a test message' },
    detail: {
      zh: `渠道“${name}”可以收到预警，没有发生任何事情。`,
      en: `The channel "${name}" receives warnings; nothing has happened.`,
    },
    divisionCode,
    divisionName: places.divisionName(divisionCode),
    openedAt: delivery.createdAt,
    resolved: false,
    link: places.warningUrl(''),
  };
}
