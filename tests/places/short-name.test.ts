/** Short names by level: at least two characters remain, peoples and kinds go, zones stay whole. */
import { expect, test } from 'vitest';
import type { Place } from '../../src/model.js';
import { shortName, spokenTownName } from '../../src/places/short-name.js';

const TABLE: readonly (readonly [Place['level'], string, string])[] = [
  ['province', '浙江省', '浙江'],
  ['province', '北京市', '北京'],
  ['province', '内蒙古自治区', '内蒙古'],
  ['province', '广西壮族自治区', '广西'],
  ['province', '西藏自治区', '西藏'],
  ['province', '宁夏回族自治区', '宁夏'],
  ['province', '新疆维吾尔自治区', '新疆'],
  ['city', '荆门市', '荆门'],
  ['city', '延边朝鲜族自治州', '延边'],
  ['city', '阿坝藏族羌族自治州', '阿坝'],
  ['city', '湘西土家族苗族自治州', '湘西'],
  ['city', '海西蒙古族藏族自治州', '海西'],
  ['city', '克孜勒苏柯尔克孜自治州', '克孜勒苏'],
  ['city', '伊犁哈萨克自治州', '伊犁'],
  ['city', '大兴安岭地区', '大兴安岭'],
  ['city', '锡林郭勒盟', '锡林郭勒'],
  ['county', '东宝区', '东宝'],
  ['county', '城口县', '城口'],
  ['county', '琼海市', '琼海'],
  ['county', '鄂托克旗', '鄂托克'],
  ['county', '双江拉祜族佤族布朗族傣族自治县', '双江'],
  ['county', '龙胜各族自治县', '龙胜'],
  ['county', '积石山保安族东乡族撒拉族自治县', '积石山'],
  ['county', '阿克塞哈萨克族自治县', '阿克塞'],
  ['county', '察布查尔锡伯自治县', '察布查尔'],
  ['county', '东乡族自治县', '东乡'],
  ['county', '鄂温克族自治旗', '鄂温克'],
  ['county', '梅里斯达斡尔族区', '梅里斯'],
  ['county', '神农架林区', '神农架'],
  ['county', '六枝特区', '六枝'],
  ['county', '浦东新区', '浦东'],
  ['county', '清新区', '清新'],
  ['county', '万柏林区', '万柏林'],
  ['county', '下花园区', '下花园'],
  ['county', '大柴旦行政委员会', '大柴旦'],
  // What says nothing without its last word.
  ['county', '郊区', '郊区'],
  ['county', '矿区', '矿区'],
  ['county', '和县', '和县'],
  ['county', '芒市', '芒市'],
  ['county', '镇江新区', '镇江新区'],
  ['county', '苏州工业园区', '苏州工业园区'],
  ['county', '南通经济技术开发区', '南通经济技术开发区'],
  ['county', '察哈尔右翼前旗', '察哈尔右翼前旗'],
  ['town', '栗溪镇', '栗溪'],
  ['town', '库伦街道', '库伦'],
  ['town', '沔城回族镇', '沔城'],
  ['town', '巴彦苏木', '巴彦'],
  ['town', '东乡', '东乡'],
  ['town', '经济开发区', '经济开发区'],
  ['village', '东坝村', '东坝'],
  ['village', '东坝社区', '东坝'],
  ['village', '新村', '新村'],
  ['village', '第三管理区', '第三管理区'],
];

test.each(TABLE)('%s %s → %s', (level, name, short) => {
  expect(shortName(name, level)).toBe(short);
});

test.each([
  ['长哨营满族乡', '长哨营乡'],
  ['永乐回族彝族镇', '永乐镇'],
  ['塔城蒙古苏木', '塔城苏木'],
  ['回族乡', null],
  ['栗溪镇', null],
  ['民族街道', null],
])('%s is mostly called %s', (name, spoken) => expect(spokenTownName(name)).toBe(spoken));
