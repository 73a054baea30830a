/** Names of the steps: those of a lane as the plan draws it, and those that a passage measures. */
import type { LaneStep } from '../../../src/server/index.ts';
import { type Words, words } from './words.ts';

export const laneStepWords: Readonly<Record<LaneStep, Words>> = {
  free: words('空閒', '空闲', 'Free', 'Livre'),
  look: words('望鏡頭', '看镜头', 'Looking', 'A olhar'),
  identify: words('識別中', '识别中', 'Finding', 'A identificar'),
  confirm: words('核對資料', '核对资料', 'Confirming', 'A confirmar'),
  enter: words('請進', '请进', 'Stepping in', 'A entrar'),
  verify: words('核實指紋', '核实指纹', 'Verifying', 'A verificar'),
  record: words('記錄中', '记录中', 'Recording', 'A registar'),
  leave: words('請通過', '请通过', 'Walking out', 'A sair'),
  done: words('已通關', '已通关', 'Crossed', 'Concluído'),
  officer: words('人員協助', '人员协助', 'Officer', 'Agente'),
  closed: words('暫停', '暂停', 'Closed', 'Fechado'),
};

/** Measured steps of a passage, by the names that the lane gives them. */
export const stepWords: Readonly<Record<string, Words>> = {
  'read-face': words('讀取面相', '读取面相', 'Read the face', 'Leitura do rosto'),
  identify: words('一對多識別', '一对多识别', 'Identify 1:N', 'Identificação 1:N'),
  decide: words('法規判定', '法规判定', 'The law', 'A lei'),
  'verify-face': words('面相一對一', '面相一对一', 'Face 1:1', 'Rosto 1:1'),
  'verify-finger': words('指紋一對一', '指纹一对一', 'Finger 1:1', 'Dedo 1:1'),
  'record-clearance': words('寫入放行', '写入放行', 'Record clearance', 'Registo da decisão'),
  complete: words('寫入通關', '写入通关', 'Record crossing', 'Registo da passagem'),
};

/** The lane's conditions, as the journal names them beside each event. */
export const conditionWords: Readonly<Record<string, Words>> = {
  'out-of-service': words('暫停服務', '暂停服务', 'out of service', 'fora de serviço'),
  'closing-up': words('收閘', '收闸', 'closing up', 'a fechar'),
  free: words('空閒', '空闲', 'free', 'livre'),
  'awaiting-face': words('等候面孔', '等候面孔', 'waits for a face', 'espera um rosto'),
  identifying: words('識別中', '识别中', 'identifying', 'a identificar'),
  deciding: words('判定中', '判定中', 'deciding', 'a decidir'),
  'awaiting-confirmation': words('等候確認', '等候确认', 'waits for a yes', 'espera confirmação'),
  'awaiting-guardian': words('等候監護人', '等候监护人', 'waits for the guardian', 'espera o tutor'),
  'entry-opening': words('入口開啟中', '入口开启中', 'entry opens', 'entrada abre'),
  'awaiting-entry': words('等候進入', '等候进入', 'waits for entry', 'espera a entrada'),
  'chamber-closing': words('入口關閉中', '入口关闭中', 'entry shuts', 'entrada fecha'),
  'checking-occupancy': words('核對人數', '核对人数', 'counts bodies', 'conta pessoas'),
  'awaiting-finger': words('等候指紋', '等候指纹', 'waits for a finger', 'espera o dedo'),
  verifying: words('核實中', '核实中', 'verifying', 'a verificar'),
  recording: words('記錄中', '记录中', 'recording', 'a registar'),
  'exit-opening': words('出口開啟中', '出口开启中', 'exit opens', 'saída abre'),
  'awaiting-exit': words('等候離開', '等候离开', 'waits for exit', 'espera a saída'),
  'exit-closing': words('出口關閉中', '出口关闭中', 'exit shuts', 'saída fecha'),
  completing: words('完成記錄', '完成记录', 'completing', 'a concluir'),
  'referred-outside': words('轉人工', '转人工', 'referred', 'encaminhado'),
  'referred-inside': words('在通道內轉人工', '在通道内转人工', 'referred inside', 'encaminhado no canal'),
  'releasing-back': words('由入口離開', '由入口离开', 'lets back out', 'sai pela entrada'),
  'secondary-inspection': words('例行抽查', '例行抽查', 'second look', 'segunda verificação'),
};
