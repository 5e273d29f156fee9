/** Errors of the operating system in the user's language: Node's own text is English and names system calls. */
import { say } from '../messages.js';

const wording = (code: string | undefined): string | undefined => {
  switch (code) {
    case 'ENOENT':
      return say('没有这个文件或文件夹', 'no such file or folder');
    case 'EACCES':
    case 'EPERM':
      return say('没有权限', 'permission denied');
    case 'EROFS':
      return say('所在磁盘只读', 'the disk is read-only');
    case 'EISDIR':
      return say('是文件夹，不是文件', 'a folder, not a file');
    case 'ENOTDIR':
    case 'EEXIST':
      return say('已有同名文件，不是文件夹', 'a file of this name is there, not a folder');
    case 'ENOSPC':
      return say('磁盘已满', 'the disk is full');
    case 'EMFILE':
      return say('打开的文件太多', 'too many open files');
    default:
      return undefined;
  }
};

/** What was found, without the path. */
export const systemReason = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return wording(code) ?? code ?? message;
};
