import { defineTexts, useTexts } from '../../shared/texts.ts';

const texts = defineTexts('device-certificates', {
  zh: {
    title: '客户端证书',
    note: '设备可凭已绑定的证书经 MQTTS 接入，不需要密钥。',
    subject: '主体',
    fingerprint: '指纹（SHA-256）',
    validTo: '有效期至',
    nothing: '没有绑定证书。',
    bind: '绑定证书',
    unbind: '解除绑定',
    certificate: '证书（PEM）',
    done: '证书已更新',
    actions: '操作',
  },
  en: {
    title: 'Client certificates',
    note: 'With a bound certificate the device signs in over MQTTS and needs no secret.',
    subject: 'Subject',
    fingerprint: 'Fingerprint (SHA-256)',
    validTo: 'Valid until',
    nothing: 'No certificate is bound.',
    bind: 'Bind a certificate',
    unbind: 'Unbind',
    certificate: 'Certificate (PEM)',
    done: 'Certificates updated',
    actions: 'Actions',
  },
});

export function useCertificateTexts() {
  return useTexts(texts);
}
