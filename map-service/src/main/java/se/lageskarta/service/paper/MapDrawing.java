package se.lageskarta.service.paper;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Polygon;
import se.lageskarta.geo.read.BaseFeature;
import se.lageskarta.geo.read.BaseRole;

/** Draws one map, layer by layer from the ground up. */
final class MapDrawing {
    private static final Color LAND = new Color(0xF4F3EF);
    private static final Color WATER = new Color(0xCFE0E8);
    private static final Color GREEN = new Color(0xDDE8D3);
    private static final Color BUILDING = new Color(0xDDD8CE);
    private static final Color CASING = new Color(0xC4BFB4);
    private static final Color BOUNDARY = new Color(0x6F6480);
    private static final Color INK = new Color(0x2B3236);
    private static final Color PLACE_NAME = new Color(0x4A5256);
    private static final Set<String> WIDE =
            Set.of("motorway", "trunk", "primary", "secondary", "main", "arterial", "highway");

    private final Graphics2D pen;
    private final MapFrame frame;
    private final PaperFonts fonts;
    private final List<Rectangle2D> written = new ArrayList<>();

    MapDrawing(Graphics2D pen, MapFrame frame, PaperFonts fonts) {
        this.pen = pen;
        this.frame = frame;
        this.fonts = fonts;
        pen.setColor(LAND);
        pen.fill(new Rectangle2D.Double(0, 0, MapPicture.WIDTH, frame.height()));
        pen.setClip(0, 0, MapPicture.WIDTH, frame.height());
    }

    void ground(List<BaseFeature> features) {
        Map<BaseRole, List<Drawn>> layers = new EnumMap<>(BaseRole.class);
        for (BaseFeature feature : features) {
            Geometry shape = frame.onPicture(feature.geometry());
            layers.computeIfAbsent(feature.role(), role -> new ArrayList<>()).add(new Drawn(feature, shape));
        }
        fill(layers.get(BaseRole.GREEN), GREEN);
        fill(layers.get(BaseRole.WATER), WATER);
        fill(layers.get(BaseRole.BUILDINGS), BUILDING);
        lines(layers.get(BaseRole.PATHS), CASING, 2, 0, 6);
        roads(layers.getOrDefault(BaseRole.ROADS, List.of()));
        lines(layers.get(BaseRole.RAIL), new Color(0x8D9296), 4, 0, 14);
        lines(layers.get(BaseRole.BOUNDARY), BOUNDARY, 3, 0, 18);
        names(layers.getOrDefault(BaseRole.PLACES, List.of()));
    }

    private record Drawn(BaseFeature feature, Geometry shape) {}

    private void fill(@org.jspecify.annotations.Nullable List<Drawn> layer, Color colour) {
        if (layer == null) {
            return;
        }
        pen.setColor(colour);
        for (Drawn drawn : layer) {
            if (drawn.shape().getDimension() == 2) {
                pen.fill(path(drawn.shape()));
            } else if (drawn.shape().getDimension() == 1) {
                pen.setStroke(new BasicStroke(4, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                pen.draw(path(drawn.shape()));
            }
        }
    }

    private void lines(
            @org.jspecify.annotations.Nullable List<Drawn> layer, Color colour, float width, float phase, float dash) {
        if (layer == null) {
            return;
        }
        pen.setColor(colour);
        pen.setStroke(new BasicStroke(
                width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 10, new float[] {dash, dash / 2}, phase));
        layer.forEach(drawn -> pen.draw(path(drawn.shape())));
    }

    /** All casings below all fills, so that crossings are open. */
    private void roads(List<Drawn> roads) {
        double zoom = Math.max(0.5, Math.min(1.6, 2.2 / frame.metresPerPixel()));
        for (boolean casing : new boolean[] {true, false}) {
            pen.setColor(casing ? CASING : Color.WHITE);
            for (Drawn road : roads) {
                double width = (WIDE.contains(road.feature().kind()) ? 11 : 7) * zoom + (casing ? 3 : 0);
                pen.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
                pen.draw(path(road.shape()));
            }
        }
    }

    private void names(List<Drawn> places) {
        for (Drawn place : places) {
            Coordinate at = place.shape().getCentroid().getCoordinate();
            String name = place.feature().name();
            if (!name.isBlank() && at != null) {
                double width = fonts.width(name, 26, false);
                Rectangle2D box = new Rectangle2D.Double(at.x - width / 2, at.y - 22, width, 30);
                boolean inside = new Rectangle2D.Double(0, 0, MapPicture.WIDTH, frame.height()).contains(box);
                if (inside && written.stream().noneMatch(box::intersects)) {
                    written.add(box);
                    words(name, at.x - width / 2, at.y, 26, false, PLACE_NAME);
                }
            }
        }
    }

    void places(List<MapPicture.Place> places) {
        for (int i = places.size() - 1; i >= 0; i--) {
            MapPicture.Place place = places.get(i);
            Geometry shape = frame.onPicture(place.shape());
            MarkStyle style = MarkStyle.of(place.kind());
            if (shape.getDimension() > 0) {
                if (shape.getDimension() == 2) {
                    pen.setColor(style.wash());
                    pen.fill(path(shape));
                }
                pen.setColor(style.ink());
                pen.setStroke(style.stroke());
                pen.draw(path(shape));
            }
        }
        for (int i = places.size() - 1; i >= 0; i--) {
            Coordinate at =
                    frame.onPicture(places.get(i).shape()).getInteriorPoint().getCoordinate();
            if (at != null) {
                MarkStyle.of(places.get(i).kind()).mark(pen, fonts, at.x, at.y, i + 1);
            }
        }
    }

    void scaleAndNorth(Locale language) {
        pen.setClip(null);
        double metres = niceLength(frame.metresPerPixel() * MapPicture.WIDTH / 5);
        double length = metres / frame.metresPerPixel();
        double x = 24;
        double y = frame.height() - 26.0;
        pen.setColor(new Color(255, 255, 255, 215));
        pen.fill(new Rectangle2D.Double(x - 12, y - 42, length + 24, 56));
        pen.setColor(INK);
        pen.setStroke(new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        Path2D bar = new Path2D.Double();
        bar.moveTo(x, y - 10);
        bar.lineTo(x, y);
        bar.lineTo(x + length, y);
        bar.lineTo(x + length, y - 10);
        pen.draw(bar);
        String kilometres = String.format(language, "%.0f km", metres / 1000);
        words(metres >= 1000 ? kilometres : String.format(language, "%.0f m", metres), x, y - 16, 24, false, INK);
        north();
        pen.setColor(CASING);
        pen.setStroke(new BasicStroke(2));
        pen.draw(new Rectangle2D.Double(1, 1, MapPicture.WIDTH - 2, frame.height() - 2));
    }

    private void north() {
        double x = MapPicture.WIDTH - 44.0;
        pen.setColor(new Color(255, 255, 255, 215));
        pen.fill(new Ellipse2D.Double(x - 32, 14, 64, 84));
        pen.setColor(INK);
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(x, 24);
        arrow.lineTo(x + 13, 58);
        arrow.lineTo(x, 50);
        arrow.lineTo(x - 13, 58);
        arrow.closePath();
        pen.fill(arrow);
        words("N", x - fonts.width("N", 26, true) / 2, 86, 26, true, INK);
    }

    /** The longest of 1, 2 and 5 times a power of ten that is not longer. */
    static double niceLength(double metres) {
        double power = Math.pow(10, Math.floor(Math.log10(metres)));
        double leading = metres / power;
        return power * (leading >= 5 ? 5 : leading >= 2 ? 2 : 1);
    }

    private void words(String words, double x, double y, double size, boolean bold, Color colour) {
        Shape letters = fonts.outline(words, x, y, size, bold);
        pen.setColor(new Color(255, 255, 255, 215));
        pen.setStroke(new BasicStroke(5, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(letters);
        pen.setColor(colour);
        pen.fill(letters);
    }

    private static Path2D path(Geometry geometry) {
        Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            Geometry part = geometry.getGeometryN(i);
            if (part instanceof Polygon polygon) {
                ring(path, polygon.getExteriorRing());
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring(path, polygon.getInteriorRingN(hole));
                }
            } else if (part instanceof LineString line) {
                ring(path, line);
            }
        }
        return path;
    }

    private static void ring(Path2D path, LineString line) {
        boolean open = false;
        for (Coordinate corner : line.getCoordinates()) {
            if (Double.isNaN(corner.x) || Double.isNaN(corner.y)) {
                open = false;
            } else if (open) {
                path.lineTo(corner.x, corner.y);
            } else {
                path.moveTo(corner.x, corner.y);
                open = true;
            }
        }
    }
}
