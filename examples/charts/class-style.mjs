/**
 * How each class looks: the colours of the law pages and of the report. A class is never told by its colour alone: a
 * filled mark is poor, one with a light ground near-poor, and both have their names beside them.
 */
export const classStyle = {
  poor: { ink: "#9c2f1f", tint: "#f7ddd6", text: "#7c2115", ground: "#9c2f1f", symbol: "circle" },
  "near-poor": { ink: "#8a5a00", tint: "#f9eaca", text: "#664200", ground: "#f9eaca", symbol: "square" },
  "average-living-standard": { ink: "#1f5f86", tint: "#dbeaf3", text: "#174a69", ground: "#dbeaf3", symbol: "triangle" },
  "not-poor": { ink: "#3d6350", tint: "#e5eee8", text: "#2b4a3b", ground: "#e5eee8", symbol: "diamond" },
};
