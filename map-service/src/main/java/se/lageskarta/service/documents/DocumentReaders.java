package se.lageskarta.service.documents;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import se.lageskarta.service.security.Role;

/** Who may read which document: the group all of them, the others what has been approved and is not the group's own. */
@Component
class DocumentReaders {
    private final FrozenPictures pictures;

    DocumentReaders(FrozenPictures pictures) {
        this.pictures = pictures;
    }

    boolean mayRead(HttpServletRequest request, StoredDocument document) {
        Long picture = document.plan().pictureId();
        if (picture != null && !pictures.mayRead(picture)) {
            return false;
        }
        return isOfTheGroup(request)
                || document.approved() != null && !document.plan().ofKind().isForTheGroup();
    }

    static boolean isOfTheGroup(HttpServletRequest request) {
        return request.isUserInRole(Role.EST_MEMBER.code()) || request.isUserInRole(Role.EST_COORDINATOR.code());
    }
}
